<q:component name="Card"><q:param name="title" required="true" /><div>{title}</div></q:component>
