import type { Texts } from '../en';

export const settings: Texts['settings'] = {
  lead: 'Suas escolhas, e onde o resto da casa é configurado.',
  personal: 'Suas escolhas',
  language: 'Idioma',
  theme: 'Aparência',
  places: 'Configurar',
  resources: { title: 'Gerenciador de recursos', hint: 'Portas, hosts, serviços e configurações geradas.' },
  projects: { title: 'Projetos e ambientes', hint: 'O que é testado, onde roda e quem trabalha nele.' },
  users: { title: 'Usuários', hint: 'Quem pode entrar, e o que pode fazer.' },
  profile: { title: 'Perfil', hint: 'Sua senha, suas sessões e seus tokens de acesso.' },
  server: 'Servidor',
  version: (version) => `Alicerce ${version}`,
  healthy: 'Tudo responde',
  degraded: 'Funciona sem algo que pode faltar',
  unhealthy: 'Algo de que ele precisa está fora',
};
