package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// Proceedings answers the proceedings of a gathering as the viewer may read them.
func (r *queryResolver) Proceedings(ctx context.Context, gatheringID network.ID, edition *int) (*network.Proceedings, error) {
	return r.edition(edition, func(number int) (*network.Proceedings, error) {
		return r.Store.Proceedings(ctx, network.ViewerFrom(ctx), gatheringID, number)
	})
}

// PublicProceedings answers what anyone may read at a permanent address.
func (r *queryResolver) PublicProceedings(ctx context.Context, address string, edition *int) (*network.Proceedings, error) {
	return r.edition(edition, func(number int) (*network.Proceedings, error) {
		return r.Store.PublicProceedings(ctx, address, number)
	})
}

// edition reads the edition that is asked for, or the last; there is none below 1.
func (r *Resolver) edition(asked *int, read func(number int) (*network.Proceedings, error)) (*network.Proceedings, error) {
	if asked == nil {
		return r.offered(read(0))
	}
	if *asked < 1 {
		return nil, nil
	}
	return r.offered(read(*asked))
}

func (r *mutationResolver) WriteForeword(ctx context.Context, input gen.WriteForewordInput) (*gen.WriteForewordPayload, error) {
	id, err := r.Store.WriteForeword(ctx, network.ViewerFrom(ctx), act("writeForeword", input.ClientMutationID, input), input.GatheringID, input.Version, input.Text)
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id, 0))
	return &gen.WriteForewordPayload{Proceedings: p}, err
}

func (r *mutationResolver) ChoosePublicPart(ctx context.Context, input gen.ChoosePublicPartInput) (*gen.ChoosePublicPartPayload, error) {
	id, err := r.Store.ChoosePublicPart(ctx, network.ViewerFrom(ctx), act("choosePublicPart", input.ClientMutationID, input), input.GatheringID, input.EntryIds, input.Public)
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id, 0))
	return &gen.ChoosePublicPartPayload{Proceedings: p}, err
}

func (r *mutationResolver) FinalizeProceedings(ctx context.Context, input gen.FinalizeProceedingsInput) (*gen.FinalizeProceedingsPayload, error) {
	id, err := r.Store.FinalizeProceedings(ctx, network.ViewerFrom(ctx), act("finalizeProceedings", input.ClientMutationID, input), input.GatheringID, input.Version, input.MissingCount)
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id, 0))
	return &gen.FinalizeProceedingsPayload{Proceedings: p, Gathering: &gen.Gathering{ID: id}}, err
}

func (r *mutationResolver) CorrectProceedings(ctx context.Context, input gen.CorrectProceedingsInput) (*gen.CorrectProceedingsPayload, error) {
	id, err := r.Store.CorrectProceedings(ctx, network.ViewerFrom(ctx), act("correctProceedings", input.ClientMutationID, input), input.GatheringID, input.Version, input.Note,
		each(input.Corrections, func(c *gen.ProceedingsCorrectionInput) network.ProceedingsCorrection {
			return network.ProceedingsCorrection{Part: c.Part, SubjectID: c.SubjectID, Place: c.Place, Text: c.Text}
		}))
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id, 0))
	return &gen.CorrectProceedingsPayload{Proceedings: p}, err
}

// offered says of proceedings whether this house can make a PDF of them.
func (r *Resolver) offered(p *network.Proceedings, err error) (*network.Proceedings, error) {
	if p != nil {
		p.PDFOffered = r.MakesPDF
	}
	return p, err
}
