global using Xunit;
using Masp.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresDeTest))]
