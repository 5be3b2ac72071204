<q:component name="Footer" type="partial" xmlns:q="https://quantum.lang/ns">
  <footer>
    <p>Loja de exemplo. Nada aqui está à venda.</p>
  </footer>
</q:component>
