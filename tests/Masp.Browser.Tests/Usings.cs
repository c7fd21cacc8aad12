global using Xunit;
using Masp.Browser.Tests.Navigation;
using Masp.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresDeTest))]
[assembly: AssemblyFixture(typeof(Navigateur))]
