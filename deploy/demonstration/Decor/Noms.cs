namespace Masp.Demonstration;

/// <summary>Names made up for the demonstration; a real person of the same name would be a coincidence.</summary>
internal static class Noms
{
    public static readonly string[] Familles =
    [
        "Aubrelin", "Astruguet", "Barcelet", "Bastivier", "Belorme", "Berlanguier", "Bouscarol", "Brémontel", "Cabriolet-Dumas", "Calvessac",
        "Cantegrive", "Cascaviel", "Castevert", "Cazelvine", "Chantemerlin", "Clapaud", "Combescure-Test", "Coustelin", "Crouzevialle", "Daubignan",
        "Delmasures", "Doumergas", "Escaladieu", "Espinadel", "Estagnol", "Fabrevert", "Farigoule", "Ferralbe", "Figarède", "Fontcouverte",
        "Gardiolet", "Garrigal", "Ginestou", "Granolier", "Grimaudel", "Jonquerolles", "Lagarrosse", "Lavandier", "Lespignac", "Lunaret",
        "Malaterre", "Marsillac-Essai", "Mauguiolet", "Mazerolles", "Mirabelin", "Montolive", "Mourvedel", "Nébianet", "Olivarès-Fictif", "Oustalet",
        "Palavasse", "Peyrolade", "Picpoulin", "Pignandel", "Pradelongue", "Puechvert", "Rascassol", "Ravanel-Exemple", "Ribaudelle", "Roquemoure",
        "Roussanel", "Salagosse", "Salicornet", "Sarriettou", "Sautadou", "Serranel", "Soubeyrol", "Tamarissier", "Terralbe", "Thymelin",
        "Tramontier", "Valbrune", "Valmagnol", "Vendargal", "Verdanson", "Vidourlet", "Vignevieux", "Villemagnol", "Viognard", "Zéphirin-Démo",
    ];

    public static readonly string[] Prenoms =
    [
        "Adèle", "Agathe", "Ahmed", "Alain", "Aline", "Amina", "Anaïs", "André", "Anne", "Antoine", "Arnaud", "Aurélie", "Basile", "Béatrice", "Bernard",
        "Brahim", "Brigitte", "Camille", "Carla", "Carlos", "Catherine", "Cédric", "Chantal", "Christian", "Claire", "Claude", "Colette", "Corinne",
        "Damien", "Daniel", "David", "Delphine", "Denis", "Diego", "Dolorès", "Édith", "Élodie", "Émile", "Éric", "Estelle", "Fatima", "Florian",
        "Françoise", "Frédéric", "Gaëlle", "Georges", "Gérard", "Ghislaine", "Gilles", "Hakim", "Hélène", "Henri", "Hugo", "Inès", "Irène", "Isabelle",
        "Jacqueline", "Jamila", "Jean", "Jeanne", "Jérôme", "Joëlle", "Jordan", "José", "Julie", "Karim", "Laetitia", "Laurent", "Léa", "Lionel", "Louise",
        "Luc", "Lydie", "Maëva", "Malika", "Manon", "Marc", "Marguerite", "Marie", "Martine", "Mathieu", "Maurice", "Michel", "Mireille", "Mohamed",
        "Monique", "Nadia", "Nathan", "Nicole", "Noémie", "Odile", "Olivier", "Pascale", "Patrick", "Paulette", "Philippe", "Pierre", "Rachid", "Raymonde",
        "Régine", "Rémi", "Renée", "Robert", "Roger", "Rosa", "Sabrina", "Samir", "Sandrine", "Serge", "Simone", "Sofia", "Solange", "Stéphane", "Suzanne",
        "Sylvie", "Théo", "Thérèse", "Thierry", "Valérie", "Véronique", "Victor", "Vincent", "Yamina", "Yannick", "Yasmine", "Yves", "Yvette", "Zoé",
    ];

    public static readonly string[] Voies =
    [
        "rue des Exemples", "rue du Moulin fictif", "avenue de l'Essai", "impasse des Modèles", "chemin de la Démonstration", "place du Spécimen",
        "rue des Lavandes", "allée des Micocouliers",
    ];

    /// <summary>Workers of the Titulaires, as written on a logged journey.</summary>
    public static readonly string[] Intervenants = ["L. Petit", "S. Grand", "M. Rivière", "T. Bruyère", "N. Galet", "C. Pinède", "A. Cigale", "J. Mistral"];
}
