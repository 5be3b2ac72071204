<q:component name="Layout" type="layout" xmlns:q="https://quantum.lang/ns">
  <q:import component="Header" from="shared" />
  <q:import component="Footer" from="shared" />
  <html lang="pt-BR">
    <head>
      <meta charset="utf-8" />
      <title>{titulo}</title>
      <link rel="stylesheet" href="/static/loja.css" />
    </head>
    <body>
      <Header />
      <main><q:slot /></main>
      <Footer />
    </body>
  </html>
</q:component>
