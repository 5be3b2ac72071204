import type { Texts } from './en';
import { common } from './pt-BR/common';
import { pages } from './pt-BR/pages';
import { problem } from './pt-BR/problem';
import { shell } from './pt-BR/shell';
import { testing } from './pt-BR/testing';

export const ptBR: Texts = { common, pages, problem, shell, testing };
