<q:component name="busca">
  <q:query name="achados" datasource="loja">
    <q:param name="q" value="{query.q}" type="string" />
    SELECT id, nome
    FROM produtos
    WHERE ativo AND nome ILIKE '%' || :q || '%'
    ORDER BY nome, id
    LIMIT 20
  </q:query>

  <html lang="pt-BR">
    <head>
      <meta charset="utf-8">
      <title>Busca</title>
    </head>
    <body>
      <h1>Busca & achados</h1>
      <form id="busca" method="GET" action="/busca">
        <label>Procurar <input type="search" name="q" value="{query.q}" autofocus required></label>
        <button type="submit">Buscar</button>
      </form>
      <p>Resultados para {query.q}</p>
      <ol>
        <q:loop query="achados">
          <li>{achados.nome}</li>
        </q:loop>
      </ol>
      <q:if condition="{achados_result.recordCount < 20}">
        <p>Fim da lista.</p>
        <q:else>
          <p>Há mais resultados.</p>
        </q:else>
      </q:if>
    </body>
  </html>
</q:component>
