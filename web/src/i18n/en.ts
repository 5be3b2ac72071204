import { common } from './en/common';
import { pages } from './en/pages';
import { problem } from './en/problem';
import { shell } from './en/shell';
import { testing } from './en/testing';

/** One file a concern in `en/`, and its twin in `pt-BR/`: a missing key breaks the build. */
export const en = { common, pages, problem, shell, testing };

export type Texts = typeof en;
