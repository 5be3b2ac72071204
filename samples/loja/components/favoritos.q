<q:component name="favoritos" type="page" xmlns:q="https://quantum.lang/ns">
  <q:action name="removerFavorito" method="DELETE" csrf="false" require_auth="true">
    <q:param name="sku" type="string" required="true" pattern="[A-Z]{3}-[0-9]{4}" />
    <q:redirect url="/carrinho" flash="Favorito {sku} removido." />
  </q:action>

  <q:set name="nomes" type="array" value='["Dom Casmurro", "Rede de dormir"]' />

  <html lang="pt-BR">
    <head><title>Favoritos</title></head>
    <body>
      <h1>Favoritos</h1>
      <ul>
        <q:loop type="array" var="nome" items="{nomes}">
          <li>{nome}</li>
        </q:loop>
      </ul>
      <form id="favorito-form" method="POST" action="/favoritos">
        <input type="hidden" name="sku" value="CAS-0003" />
        <button type="submit">Remover rede de dormir</button>
      </form>
    </body>
  </html>
</q:component>
