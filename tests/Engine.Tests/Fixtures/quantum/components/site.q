<q:application id="site" type="html"><q:route path="/about" method="get" /><q:route path="/send" method="POST" /></q:application>
