/** What the server shows at `/docs`: a reader of the API's description, which a build without assets does not have. */
export const DOCS_PAGE = `<!DOCTYPE html>
<html>
  <head>
    <title>InfluxDB 2 API</title>
    <!-- needed for adaptive design -->
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <!--
    ReDoc doesn't change outer page styles
    -->
    <style>
      body {
        margin: 0;
        padding: 0;
      }
    </style>
  </head>
  <body>
    <redoc spec-url='/api/v2/swagger.json' suppressWarnings=true></redoc>
\t<script src="https://cdn.jsdelivr.net/npm/redoc/bundles/redoc.standalone.js"> </script>
  </body>
</html>
`;
