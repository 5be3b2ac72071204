<q:component name="checkout" require_role="buyer">
  <q:action name="pay" method="POST" rate_limit="5/minute" csrf="true" require_auth="true">
    <q:param name="email" type="email" required="true" />
    <q:param name="name" minLength="2" maxlength="80" required="true" />
    <q:param name="amount" type="number" min="1" max="10" />
    <q:param name="pieces" type="integer" min="1" max="9" default="1" />
    <q:param name="coupon" pattern="[A-Z]{3}" />
    <q:param name="way" enum="card, pix" />
    <q:param name="cpf" validate="cpf" />
    <q:validate field="street" required="true" minLength="3" />
    <q:set name="x" value="1" />
    <q:mail to="{email}" />
    <q:redirect url="/thanks" status="303" />
  </q:action>
  <q:action name="cancel" method="PATCH">
    <q:redirect to="/" />
  </q:action>
  <q:query name="order" datasource="main">SELECT total::text FROM orders WHERE id = :id AND who = '{form.who}'</q:query>
  <q:query datasource="main">UPDATE orders SET paid = true WHERE note = ':literal'</q:query>
  <q:if condition="a"><q:elseif condition="b">2</q:elseif><q:else>3</q:else></q:if>
  <q:else>never</q:else>
  <q:invoke name="gateway" url="https://pay.example/charge" method="POST" />
  <form id="pay" method="post" q:action="pay" enctype="multipart/form-data">
    <input type="hidden" name="action" value="pay" />
    <input name="email" type="email" required="required" maxlength="120" />
    <input name="age" type="number" min="18" max="120" />
    <input type="text" value="nameless" />
    <input type="radio" name="way" value="card" checked="checked" />
    <input type="radio" name="way" value="pix" />
    <fieldset>
      <textarea name="note">Ring twice</textarea>
      <select name="state"><optgroup label="South"><option value="PR">Paraná</option><option selected="selected">SC</option></optgroup></select>
    </fieldset>
    <input type="reset" name="again" />
    <button type="button" name="help">?</button>
    <button name="do" value="pay">Pay</button>
    <div><q:action name="inner" /></div>
  </form>
</q:component>
