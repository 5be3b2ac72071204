import type { Texts } from '../en';

export const overview: Texts['overview'] = {
  lead: 'Como tudo está agora. Esta página se mantém atualizada.',
  leadOf: (project) => `Como “${project}” está agora. Esta página se mantém atualizada.`,
  attention: {
    title: 'Precisa de atenção',
    nothing: { title: 'Nada precisa de você', hint: 'Sem execuções falhando, alertas, tarefas mortas, segredos expirando ou portas divergentes.' },
    run: (suite, environment) => `“${suite}” falhou em ${environment}`,
    runDetail: (failed, total) => `${failed} de ${total} casos falharam`,
    runError: 'A execução terminou com um erro',
    job: (type) => `A tarefa “${type}” desistiu`,
    jobDetail: (attempts) => `após ${attempts} tentativas`,
    secret: (key) => `O segredo “${key}” expira`,
    secretGone: (key) => `O segredo “${key}” expirou`,
    service: (name) => `“${name}” não responde`,
    drift: (ports) => `${ports} portas não estão como anotado`,
    kinds: { alert: 'Alerta', run: 'Execução', job: 'Tarefa', secret: 'Segredo', service: 'Serviço', drift: 'Portas' },
    more: (count) => `e mais ${count}`,
  },
  services: {
    title: 'Serviços',
    empty: { title: 'Nenhum serviço ainda', hint: 'Serviços aparecem aqui quando se registram ou são registrados no gerenciador de recursos.' },
    states: { healthy: 'Saudável', degraded: 'Degradado', unhealthy: 'Com falha', unknown: 'Desconhecido' },
    count: (healthy, total) => `${healthy} de ${total} saudáveis`,
    noLatency: 'não medido',
  },
  runs: {
    title: 'Últimas execuções',
    empty: { title: 'Nenhuma execução ainda', hint: 'Execute uma suíte de testes para ver aqui como está cada ambiente.' },
    environment: 'Ambiente',
    suite: 'Suíte',
    result: 'Resultado',
    when: 'Quando',
    ofAddress: 'por endereço',
    statuses: { passed: 'Passou', failed: 'Falhou', error: 'Erro', running: 'Em execução', pending: 'Esperando' },
  },
  changes: {
    title: 'O que mudou',
    empty: { title: 'Nada ainda', hint: 'O que pessoas e programas alteram aparece aqui.' },
    by: (actor) => `por ${actor}`,
  },
};
