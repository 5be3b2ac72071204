<q:component name="produtos" type="page" xmlns:q="https://quantum.lang/ns">
  <q:import component="Header" from="shared" />

  <q:set name="pagina" value="{query.pagina}" type="number" default="1" />
  <q:set name="inicio" value="{(pagina - 1) * 10}" type="number" />

  <q:query name="lista" datasource="loja" paginate="true" page="{pagina}" pageSize="10">
    <q:param name="busca" value="{query.busca}" type="string" maxLength="80" />
    <q:param name="categoria" value="{query.categoria}" type="string" />
    <q:param name="inicio" value="{inicio}" type="integer" />
    SELECT id, nome, categoria, preco_centavos, estoque
    FROM produtos
    WHERE ativo
      AND nome ILIKE '%' || :busca || '%'
      AND (:categoria = '' OR categoria = :categoria)
    ORDER BY id
    LIMIT 10 OFFSET greatest(:inicio, 0)
  </q:query>

  <html lang="pt-BR">
    <head><title>Produtos</title></head>
    <body>
      <Header />
      <main>
        <q:if condition="{flash}"><p role="alert">{flash}</p></q:if>
        <h1>Produtos</h1>
        <form id="filtro" method="GET" action="/produtos">
          <label>Nome <input type="search" name="busca" value="{query.busca}" maxlength="80" /></label>
          <label>Categoria
            <select name="categoria">
              <option value="">todas</option>
              <option value="livros">livros</option>
              <option value="casa">casa</option>
              <option value="jogos">jogos</option>
              <option value="papelaria">papelaria</option>
            </select>
          </label>
          <button type="submit">Filtrar</button>
        </form>
        <q:if condition="{query.busca != ''}">
          <p>Resultados para {query.busca}</p>
        </q:if>
        <ul>
          <q:loop query="lista">
            <li>{lista.nome} ({lista.categoria}): {lista.preco_centavos}, {lista.estoque} em estoque</li>
          </q:loop>
        </ul>
        <p>Página {pagination.page}.</p>
        <p><a href="/produto/novo">Cadastrar produto</a></p>
      </main>
      <q:include component="shared/footer" />
    </body>
  </html>
</q:component>
