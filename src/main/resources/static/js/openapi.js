// Shows the API's document. Only reading can be tried out: a page of documentation must not change the register.
const openapi = document.getElementById('openapi');
SwaggerUIBundle({
    url: openapi.dataset.document,
    domNode: openapi,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    supportedSubmitMethods: ['get'],
    validatorUrl: null,
});
