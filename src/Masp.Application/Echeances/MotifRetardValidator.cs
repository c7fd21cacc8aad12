using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Echeances;

namespace Masp.Application.Echeances;

/// <summary>A lateness has a cause of the list and a written comment (R46).</summary>
internal sealed class MotifRetardValidator : AbstractValidator<MotifRetard>
{
    public MotifRetardValidator() => RuleFor(m => m.Commentaire).Obligatoire(2000);
}
