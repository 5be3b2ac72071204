<q:component name="conta" type="page" require_auth="true" xmlns:q="https://quantum.lang/ns">
  <q:query name="pedidos" datasource="loja">
    <q:param name="usuario" value="{session.user_id}" type="integer" />
    SELECT id, situacao, criado_em
    FROM pedidos
    WHERE usuario_id = :usuario
    ORDER BY id DESC
    LIMIT 20
  </q:query>

  <html lang="pt-BR">
    <head><title>Minha conta</title></head>
    <body>
      <h1>Minha conta</h1>
      <p>Olá, {session.nome}!</p>
      <h2>Pedidos</h2>
      <ul>
        <q:loop query="pedidos">
          <li>Pedido {pedidos.id}: {pedidos.situacao}</li>
        </q:loop>
      </ul>
    </body>
  </html>
</q:component>
