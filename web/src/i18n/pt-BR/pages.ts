import type { Texts } from '../en';

export const pages: Texts['pages'] = {
  groups: { work: 'Trabalho', resources: 'Recursos', insight: 'Análise', house: 'Administração' },
  overview: 'Visão geral',
  projects: 'Projetos',
  project: 'Projeto',
  resources: 'Gerenciador de Recursos',
  service: 'Serviço',
  secrets: 'Segredos',
  configs: 'Arquivos gerados',
  users: 'Usuários',
  settings: 'Configurações',
  profile: 'Perfil',
  signIn: 'Entrar',
  choosePassword: 'Escolher uma senha',
  findings: 'Achados',
  tests: 'Testes',
  run: 'Execução',
  case: 'Caso de teste',
  trends: 'Tendências',
  notFound: 'Página não encontrada',
};
