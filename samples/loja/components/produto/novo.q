<q:component name="novo" type="page" xmlns:q="https://quantum.lang/ns">
  <q:import component="Header" from="shared" />

  <q:action name="createProduto" method="POST" rate_limit="20/minute">
    <q:param name="nome" type="string" required="true" minlength="3" maxlength="80" />
    <q:param name="preco" type="decimal" required="true" />
    <q:param name="estoque" type="integer" required="true" />
    <q:param name="categoria" type="string" required="true" enum="livros,casa,jogos,papelaria" />
    <q:param name="descricao" type="string" maxLength="500" />
    <q:validate field="descricao" maxLength="500" message="Descrição longa demais" />

    <q:query name="inserir" datasource="loja">
      <q:param name="nome" value="{form.nome}" type="string" />
      <q:param name="preco" value="{form.preco}" type="decimal" />
      <q:param name="estoque" value="{form.estoque}" type="integer" />
      <q:param name="categoria" value="{form.categoria}" type="string" />
      <q:param name="descricao" value="{form.descricao}" type="string" null="true" />
      INSERT INTO produtos (sku, nome, descricao, categoria, preco_centavos, estoque)
      VALUES ('NOV-0000', :nome, :descricao, :categoria, round(:preco * 100), :estoque)
    </q:query>

    <q:redirect url="/produtos" flash="Produto {nome} cadastrado." />
  </q:action>

  <html lang="pt-BR">
    <head><title>Novo produto</title></head>
    <body>
      <Header />
      <main>
        <h1>Novo produto</h1>
        <form id="novo-produto" method="POST" action="/produto/novo">
          <label>Nome <input type="text" name="nome" required="required" minlength="3" maxlength="80" /></label>
          <label>Preço <input type="text" name="preco" required="required" placeholder="34.90" /></label>
          <label>Estoque <input type="text" name="estoque" required="required" /></label>
          <label>Categoria
            <select name="categoria" required="required">
              <option value="livros">livros</option>
              <option value="casa">casa</option>
              <option value="jogos">jogos</option>
              <option value="papelaria">papelaria</option>
            </select>
          </label>
          <label>Descrição <textarea name="descricao"></textarea></label>
          <button type="submit">Cadastrar</button>
        </form>
      </main>
    </body>
  </html>
</q:component>
