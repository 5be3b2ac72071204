<?xml version="1.0" encoding="UTF-8"?>
<q:component name="home" type="page" xmlns:q="https://quantum.lang/ns">
  <q:import component="Card" from="./shared" />
  <q:include component="shared/header" />
  <q:query name="latest" datasource="main">
    SELECT id, title FROM products
    WHERE active = :active
    <q:param name="active" value="true" type="boolean" />
    ORDER BY created_at DESC
  </q:query>
  <html>
    <body>
      <q:if condition="session.isLoggedIn">
        <p>Hello {session.name}</p>
        <q:else><a href="login">Sign in</a></q:else>
      </q:if>
      <q:loop query="latest"><Card title="{latest.title}" /></q:loop>
    </body>
  </html>
</q:component>
