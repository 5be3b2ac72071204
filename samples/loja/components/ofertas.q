<q:component name="ofertas" type="page" xmlns:q="https://quantum.lang/ns">
  <q:query name="ofertas" datasource="loja" cache="true" ttl="60">
    SELECT nome, preco_centavos, desconto_pct
    FROM ofertas
    ORDER BY id
    LIMIT 12
  </q:query>

  <html lang="pt-BR">
    <head><title>Ofertas</title></head>
    <body>
      <h1>Ofertas</h1>
      <ul>
        <q:loop query="ofertas">
          <li>{ofertas.nome}: {ofertas.preco_centavos} com {ofertas.desconto_pct}% de desconto</li>
        </q:loop>
      </ul>
    </body>
  </html>
</q:component>
