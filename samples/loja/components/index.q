<q:component name="index" type="page" xmlns:q="https://quantum.lang/ns">
  <q:import component="Header" from="shared" />
  <q:import component="Footer" from="shared" />

  <q:query name="destaques" datasource="loja">
    SELECT id, nome, preco_centavos
    FROM produtos
    WHERE ativo AND destaque
    ORDER BY id
    LIMIT 6
  </q:query>

  <html lang="pt-BR">
    <head><title>Início</title></head>
    <body>
      <Header />
      <main>
        <h1>Bem-vindo à Loja</h1>
        <h2>Destaques</h2>
        <q:if condition="{destaques_result.recordCount > 0}">
          <ul>
            <q:loop query="destaques">
              <li>{destaques.nome}: {destaques.preco_centavos}</li>
            </q:loop>
          </ul>
          <q:else>
            <p>Nenhum destaque hoje.</p>
          </q:else>
        </q:if>
      </main>
      <Footer />
    </body>
  </html>
</q:component>
