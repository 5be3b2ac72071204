<q:component name="contato" xmlns:q="https://quantum.lang/ns">
  <!-- The server runs the first action only: the second one is here as people write it, and is never reached. -->
  <q:action name="enviarMensagem" method="POST">
    <q:param name="acao" type="string" required="true" enum="enviar" />
    <q:param name="nome" type="string" required="true" minlength="2" maxlength="60" />
    <q:param name="email" type="email" required="true" />
    <q:param name="cpf" type="string" required="true" pattern="[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}" validate="cpf" />
    <q:param name="telefone" type="string" required="true" pattern="\([0-9]{2}\) [0-9]{4,5}-[0-9]{4}" validate="phone" />
    <q:param name="cep" type="string" required="true" pattern="[0-9]{5}-[0-9]{3}" validate="cep" />
    <q:param name="assunto" type="string" required="true" enum="duvida,troca,elogio" />
    <q:param name="mensagem" type="string" required="true" minlength="10" maxlength="1000" />
    <q:param name="destino" type="string" enum="loja,sac" />
    <q:redirect url="/obrigado" flash="Mensagem de {nome} enviada." />
  </q:action>

  <q:action name="assinarNovidades" method="POST">
    <q:param name="email" type="email" required="true" />
    <q:redirect url="/obrigado" flash="Assinatura feita." />
  </q:action>

  <html lang="pt-BR">
    <head><title>Contato</title></head>
    <body>
      <h1>Contato</h1>
      <form id="contato-form" method="POST" action="/contato">
        <input type="hidden" name="acao" value="enviar" />
        <label>Nome <input type="text" name="nome" required minlength="2" maxlength="60" /></label>
        <label>E-mail <input type="email" name="email" required /></label>
        <label>CPF <input type="text" name="cpf" required placeholder="000.000.000-00" /></label>
        <label>Telefone <input type="tel" name="telefone" required placeholder="(11) 98765-4321" /></label>
        <label>CEP <input type="text" name="cep" required placeholder="00000-000" /></label>
        <label>Assunto
          <select name="assunto" required>
            <option value="duvida">duvida</option>
            <option value="troca">troca</option>
            <option value="elogio">elogio</option>
          </select>
        </label>
        <label>Mensagem <textarea name="mensagem" required minlength="10" maxlength="1000"></textarea></label>
        <button type="submit" name="destino" value="loja">Enviar para a loja</button>
        <button type="submit" name="destino" value="sac">Enviar para o SAC</button>
      </form>
    </body>
  </html>
</q:component>
