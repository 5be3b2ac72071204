<q:component name="obrigado" type="page" xmlns:q="https://quantum.lang/ns">
  <html lang="pt-BR">
    <head><title>Obrigado</title></head>
    <body>
      <q:if condition="{flash}"><p role="alert">{flash}</p></q:if>
      <h1>Obrigado</h1>
      <p>Respondemos em até dois dias úteis.</p>
    </body>
  </html>
</q:component>
