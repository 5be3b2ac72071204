import type { Texts } from './en';
import { account } from './pt-BR/account';
import { common } from './pt-BR/common';
import { configs } from './pt-BR/configs';
import { overview } from './pt-BR/overview';
import { pages } from './pt-BR/pages';
import { people } from './pt-BR/people';
import { problem } from './pt-BR/problem';
import { projects } from './pt-BR/projects';
import { resources } from './pt-BR/resources';
import { secrets } from './pt-BR/secrets';
import { settings } from './pt-BR/settings';
import { shell } from './pt-BR/shell';
import { testing } from './pt-BR/testing';

export const ptBR: Texts = { account, common, configs, overview, pages, people, problem, projects, resources, secrets, settings, shell, testing };
