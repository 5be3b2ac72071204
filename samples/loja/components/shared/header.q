<q:component name="Header" type="partial" xmlns:q="https://quantum.lang/ns">
  <header>
    <nav>
      <a href="/">Loja</a>
      <a href="/produtos">Produtos</a>
      <a href="/ofertas">Ofertas</a>
      <a href="/busca">Busca</a>
      <a href="/carrinho">Carrinho</a>
      <a href="/contato">Contato</a>
      <a href="/conta">Minha conta</a>
    </nav>
  </header>
</q:component>
