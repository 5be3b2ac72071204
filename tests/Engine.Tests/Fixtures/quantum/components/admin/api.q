<q:component name="admin-api">
  <q:function name="list" endpoint="/api/list" roles="admin"><q:param name="page" type="integer" source="query" /></q:function>
</q:component>
