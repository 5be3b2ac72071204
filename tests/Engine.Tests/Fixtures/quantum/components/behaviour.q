<q:behavior name="jump"></q:behavior>
