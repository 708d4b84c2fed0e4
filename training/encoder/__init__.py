"""What every trained reader stands on: the encoder, its tokenizer, and how a network is made small."""
