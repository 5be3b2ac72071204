<q:component name="carrinho" type="page" xmlns:q="https://quantum.lang/ns">
  <q:set name="session.visitas_carrinho" operation="increment" type="number" default="0" />
  <q:set name="total" value="0" type="decimal" />

  <q:action name="atualizarItem" method="PUT">
    <q:param name="sku" type="string" required="true" pattern="[A-Z]{3}-[0-9]{4}" />
    <q:param name="quantidade" type="number" required="true" min="1" max="10" />
  </q:action>

  <q:action name="removerItem" method="DELETE">
    <q:param name="sku" type="string" required="true" pattern="[A-Z]{3}-[0-9]{4}" />
  </q:action>

  <html lang="pt-BR">
    <head><title>Carrinho</title></head>
    <body>
      <h1>Carrinho</h1>
      <q:if condition="{flash}"><p role="alert">{flash}</p></q:if>
      <q:if condition="{form.sku}">
        <p>Item {form.sku} atualizado para {form.quantidade}.</p>
      </q:if>
      <p>Visitas a este carrinho: {session.visitas_carrinho}. Total: {total}</p>
      <form id="item-form" method="POST" action="/carrinho">
        <label>Código <input type="text" name="sku" required="required" value="LIV-0001" /></label>
        <label>Quantidade <input type="number" name="quantidade" required="required" min="1" max="10" value="1" /></label>
        <button type="submit">Atualizar</button>
      </form>
    </body>
  </html>
</q:component>
