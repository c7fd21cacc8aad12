global using Xunit;
using Masp.Api.Tests.Socle;
using Masp.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresDeTest))]
[assembly: AssemblyFixture(typeof(TracesDeLExecution))]
