package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// Proceedings answers the proceedings of a gathering as the viewer may read them.
func (r *queryResolver) Proceedings(ctx context.Context, gatheringID network.ID) (*network.Proceedings, error) {
	return r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), gatheringID))
}

// PublicProceedings answers what anyone may read at a permanent address.
func (r *queryResolver) PublicProceedings(ctx context.Context, address string) (*network.Proceedings, error) {
	return r.offered(r.Store.PublicProceedings(ctx, address))
}

func (r *mutationResolver) WriteForeword(ctx context.Context, input gen.WriteForewordInput) (*gen.WriteForewordPayload, error) {
	id, err := r.Store.WriteForeword(ctx, network.ViewerFrom(ctx), act("writeForeword", input.ClientMutationID, input), input.GatheringID, input.Version, input.Text)
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id))
	return &gen.WriteForewordPayload{Proceedings: p}, err
}

func (r *mutationResolver) ChoosePublicPart(ctx context.Context, input gen.ChoosePublicPartInput) (*gen.ChoosePublicPartPayload, error) {
	id, err := r.Store.ChoosePublicPart(ctx, network.ViewerFrom(ctx), act("choosePublicPart", input.ClientMutationID, input), input.GatheringID, input.EntryIds, input.Public)
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id))
	return &gen.ChoosePublicPartPayload{Proceedings: p}, err
}

func (r *mutationResolver) FinalizeProceedings(ctx context.Context, input gen.FinalizeProceedingsInput) (*gen.FinalizeProceedingsPayload, error) {
	id, err := r.Store.FinalizeProceedings(ctx, network.ViewerFrom(ctx), act("finalizeProceedings", input.ClientMutationID, input), input.GatheringID, input.Version, input.MissingCount)
	if err != nil {
		return nil, err
	}
	p, err := r.offered(r.Store.Proceedings(ctx, network.ViewerFrom(ctx), id))
	return &gen.FinalizeProceedingsPayload{Proceedings: p, Gathering: &gen.Gathering{ID: id}}, err
}

// offered says of proceedings whether this house can make a PDF of them.
func (r *Resolver) offered(p *network.Proceedings, err error) (*network.Proceedings, error) {
	if p != nil {
		p.PDFOffered = r.MakesPDF
	}
	return p, err
}
