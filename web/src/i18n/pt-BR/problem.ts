import type { Texts } from '../en';

export const problem: Texts['problem'] = {
  noAnswer: { title: 'O servidor não responde', hint: 'Verifique sua conexão. Esta página continua sozinha quando o servidor voltar.' },
  signedOut: { title: 'Sua sessão terminou', hint: 'Entre de novo para continuar.' },
  forbidden: { title: 'Você não pode fazer isto', hint: 'Se precisar, peça um papel maior a um administrador.' },
  needsRole: (role) => `Isto precisa do papel “${role}”. Um administrador pode dá-lo a você.`,
  notFound: { title: 'Isto não está aqui', hint: 'Pode ter sido excluído, ou você não tem acesso.' },
  conflict: 'Isto conflita com o que já existe',
  stale: { title: 'Alguém alterou isto enquanto isso', hint: 'Carregue a versão mais nova e refaça sua alteração.' },
  loadNewer: 'Carregar a versão mais nova',
  tooLarge: { title: 'Isto é grande demais', hint: 'Envie menos de uma vez.' },
  invalid: 'Alguns campos precisam de atenção',
  tooMany: { title: 'Pedidos demais', hint: (seconds) => `Espere ${seconds} segundos e tente de novo.` },
  away: { title: 'O servidor não pode trabalhar agora', hint: 'Costuma levar um momento. Esta página continua sozinha.' },
  unexpected: {
    title: 'Algo deu errado',
    hint: 'Tente de novo. Se continuar, avise um administrador.',
    hintWithId: (id) => `Tente de novo. Se continuar, informe a um administrador o número deste pedido: ${id}`,
  },
  banner: 'A conexão com o servidor caiu. O que você vê pode estar desatualizado; este aviso some sozinho.',
  page: { title: 'Não foi possível mostrar esta página', hint: 'Carregue-a de novo. Se continuar, avise um administrador.', reload: 'Carregar de novo' },
  notFoundPage: { title: 'Esta página não existe', hint: 'O endereço pode estar errado ou desatualizado.', home: 'Ir para a visão geral' },
};
