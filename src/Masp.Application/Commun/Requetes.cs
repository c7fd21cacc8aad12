using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Commun;

/// <summary>A use case that changes something: it runs in one transaction, all or nothing.</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>Marks what <see cref="UniteDeTravail{TRequest,TResponse}"/> wraps.</summary>
public interface ICommand;

/// <summary>A use case that only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;
