<q:job name="relatorio" schedule="0 6 * * *" xmlns:q="https://quantum.lang/ns">
  <q:query name="baixos" datasource="loja">
    SELECT sku, nome, estoque FROM produtos WHERE ativo ORDER BY estoque, id LIMIT 20
  </q:query>
  <q:log level="info" message="{baixos_result.recordCount} produtos com estoque baixo" />
</q:job>
