import { account } from './en/account';
import { common } from './en/common';
import { configs } from './en/configs';
import { overview } from './en/overview';
import { pages } from './en/pages';
import { people } from './en/people';
import { problem } from './en/problem';
import { projects } from './en/projects';
import { resources } from './en/resources';
import { secrets } from './en/secrets';
import { settings } from './en/settings';
import { shell } from './en/shell';
import { testing } from './en/testing';

/** One file a concern in `en/`, and its twin in `pt-BR/`: a missing key breaks the build. */
export const en = { account, common, configs, overview, pages, people, problem, projects, resources, secrets, settings, shell, testing };

export type Texts = typeof en;
