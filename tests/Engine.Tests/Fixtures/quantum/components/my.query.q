<q:component><p>Dots in a name.</p></q:component>
