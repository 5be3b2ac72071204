<q:component name="main"><html><body><q:slot /></body></html></q:component>
