<q:component name="frete" type="microservice" xmlns:q="https://quantum.lang/ns">
  <q:function name="calcularFrete" endpoint="/api/frete" method="GET" returnType="object" produces="application/json">
    <q:param name="cep" type="string" required="true" pattern="[0-9]{5}-[0-9]{3}" validate="cep" source="query" description="CEP de destino" />
    <q:set name="valor" value="1990" type="number" />
    <q:if condition="{cep}">
      <q:set name="prazo" value="5" type="number" />
    </q:if>
    <q:return value="{valor}" />
  </q:function>
</q:component>
