namespace Masp.Infrastructure.Courriels;

/// <summary>Section <c>Courriels</c> of the configuration. Without an SMTP host, letters are files in a folder.</summary>
public sealed class OptionsDeCourriels
{
    public string Expediteur { get; set; } = "masp@localhost";

    /// <summary>Where letters are written as <c>.eml</c> files.</summary>
    public string Dossier { get; set; } = "courriels";

    /// <summary>Seconds between two rounds of the sender.</summary>
    public int TourneeSecondes { get; set; } = 5;

    public string? SmtpHote { get; set; }

    public int SmtpPort { get; set; } = 587;

    public string? SmtpUtilisateur { get; set; }

    public string? SmtpMotDePasse { get; set; }

    /// <summary>False only for a relay on the same machine.</summary>
    public bool SmtpTls { get; set; } = true;
}
