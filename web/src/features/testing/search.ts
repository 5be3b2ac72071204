type Search = Record<string, unknown>;

/** For a way to another page: the chosen project stays in the address, what belongs to this page does not. */
export function keepProject(search: Search): Search {
  return 'project' in search ? { project: search.project } : {};
}

/** Without one part of the address. */
export function without(search: Search, name: string): Search {
  return Object.fromEntries(Object.entries(search).filter(([one]) => one !== name));
}
