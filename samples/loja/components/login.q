<q:component name="login" type="page">
  <q:action name="login" method="POST">
    <q:param name="email" type="email" required="true" />
    <q:param name="senha" type="string" required="true" minlength="8" maxlength="72" />

    <q:query name="usuario" datasource="loja">
      <q:param name="email" value="{form.email}" type="string" />
      SELECT id, nome, papel FROM usuarios WHERE email = :email
    </q:query>

    <q:redirect url="/conta" />
  </q:action>

  <html lang="pt-BR">
    <head><title>Entrar</title></head>
    <body>
      <h1>Entrar</h1>
      <q:if condition="{flash}">
        <p class="flash flash-{flashType}" role="alert">{flash}</p>
      </q:if>
      <form id="login-form" method="POST" action="/login">
        <label>E-mail <input type="email" name="email" required="true" /></label>
        <label>Senha <input type="password" name="senha" required="true" minlength="8" maxlength="72" /></label>
        <button type="submit">Entrar</button>
      </form>
    </body>
  </html>
</q:component>
