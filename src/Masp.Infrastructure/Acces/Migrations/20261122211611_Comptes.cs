using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Acces.Migrations
{
    /// <inheritdoc />
    public partial class Comptes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "EmailIndex",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.AddColumn<string>(
                name: "cle_totp",
                schema: "acces",
                table: "utilisateurs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "codes_de_secours",
                schema: "acces",
                table: "utilisateurs",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<long>(
                name: "dernier_pas_totp",
                schema: "acces",
                table: "utilisateurs",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Instant>(
                name: "desactive_le",
                schema: "acces",
                table: "utilisateurs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                schema: "acces",
                table: "utilisateurs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "sans_second_facteur",
                schema: "acces",
                table: "utilisateurs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "cles_d_acces",
                schema: "acces",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cles_d_acces", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_cles_d_acces_utilisateurs_user_id",
                        column: x => x.user_id,
                        principalSchema: "acces",
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "courriels",
                schema: "acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cree_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    scelle = table.Column<string>(type: "text", nullable: true),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    prochain_essai = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    envoye_le = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    abandonne_le = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courriels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "liens",
                schema: "acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    but = table.Column<string>(type: "text", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    fini_le = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liens", x => x.id);
                    table.ForeignKey(
                        name: "fk_liens_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalSchema: "acces",
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                schema: "acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    departement_code = table.Column<string>(type: "text", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true),
                    adresses = table.Column<string[]>(type: "text[]", nullable: false),
                    cree_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    dernier_usage = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    revoque_le = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "revues_des_comptes",
                schema: "acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    comptes = table.Column<int>(type: "integer", nullable: false),
                    remarque = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revues_des_comptes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scelles_servis",
                schema: "acces",
                columns: table => new
                {
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    expire_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scelles_servis", x => x.empreinte);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ouverte_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    vue_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    finie_le = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    appareil = table.Column<string>(type: "text", nullable: false),
                    moyen = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalSchema: "acces",
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "secrets_de_programme",
                schema: "acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    empreinte = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    expire_le = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets_de_programme", x => x.id);
                    table.ForeignKey(
                        name: "fk_secrets_de_programme_programmes_programme_id",
                        column: x => x.programme_id,
                        principalSchema: "acces",
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "acces",
                table: "utilisateurs",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_utilisateurs_departement_code_nom_id",
                schema: "acces",
                table: "utilisateurs",
                columns: new[] { "departement_code", "nom", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cles_d_acces_user_id",
                schema: "acces",
                table: "cles_d_acces",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_courriels_prochain_essai",
                schema: "acces",
                table: "courriels",
                column: "prochain_essai",
                filter: "envoye_le is null and abandonne_le is null");

            migrationBuilder.CreateIndex(
                name: "ix_liens_empreinte",
                schema: "acces",
                table: "liens",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_liens_utilisateur_id",
                schema: "acces",
                table: "liens",
                column: "utilisateur_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_client_id",
                schema: "acces",
                table: "programmes",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_departement_code_nom",
                schema: "acces",
                table: "programmes",
                columns: new[] { "departement_code", "nom" });

            migrationBuilder.CreateIndex(
                name: "ix_revues_des_comptes_departement_code_date",
                schema: "acces",
                table: "revues_des_comptes",
                columns: new[] { "departement_code", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_secrets_de_programme_empreinte",
                schema: "acces",
                table: "secrets_de_programme",
                column: "empreinte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_secrets_de_programme_programme_id",
                schema: "acces",
                table: "secrets_de_programme",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_utilisateur_id_vue_le",
                schema: "acces",
                table: "sessions",
                columns: new[] { "utilisateur_id", "vue_le" });
            migrationBuilder.Sql(Donnees.Sql.SqlEmbarque.Read("JournalComptes"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cles_d_acces",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "courriels",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "liens",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "revues_des_comptes",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "scelles_servis",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "secrets_de_programme",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "acces");

            migrationBuilder.DropTable(
                name: "programmes",
                schema: "acces");

            migrationBuilder.DropIndex(
                name: "EmailIndex",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropIndex(
                name: "ix_utilisateurs_departement_code_nom_id",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "cle_totp",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "codes_de_secours",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "dernier_pas_totp",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "desactive_le",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "revision",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "sans_second_facteur",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "acces",
                table: "utilisateurs",
                column: "normalized_email");
        }
    }
}
