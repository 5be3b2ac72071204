<q:component name="admin" require_auth="yes" require_permission="admin.read"><h1>Admin</h1></q:component>
