<!DOCTYPE html>
<q:component name="tolerant">
  <action name="save"><param name="title" required="true"></param></action>
  <p>Fish & chips&nbsp;<br>
  <input name="q" required autofocus>
  <a title="{page < pages}">next</a>
  <script>
    if (a < b && c) { document.write("<b>"); }
  </script>
  <q:query name="cheap" datasource="main">SELECT 1 WHERE price <limit_price AND 2 < 3</q:query>
  <div><span>never closed</div>
</q:component>
