<q:component name="admin" type="page" require_auth="yes" require_role="admin" xmlns:q="https://quantum.lang/ns">
  <q:transaction isolationLevel="READ_COMMITTED">
    <q:query name="estoque" datasource="loja">
      SELECT categoria, count(*) AS produtos, sum(estoque) AS estoque
      FROM produtos
      WHERE ativo
      GROUP BY categoria
      ORDER BY categoria
    </q:query>
  </q:transaction>

  <html lang="pt-BR">
    <head><title>Administração</title></head>
    <body>
      <h1>Administração</h1>
      <table>
        <thead><tr><th>Categoria</th><th>Produtos</th><th>Estoque</th></tr></thead>
        <tbody>
          <q:loop type="query" var="linha" items="estoque">
            <tr><td>{linha.categoria}</td><td>{linha.produtos}</td><td>{linha.estoque}</td></tr>
          </q:loop>
        </tbody>
      </table>
    </body>
  </html>
</q:component>
