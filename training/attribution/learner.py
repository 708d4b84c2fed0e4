"""The network in training: its optimizer, its schedule, the running average of its weights, and how it is kept."""

from __future__ import annotations

import copy
from pathlib import Path

import torch
from torch import nn

from training.attribution.batches import Batch
from training.attribution.losses import loss_of
from training.attribution.model import FRESH, Network

WARM_UP = 0.08
"""The share of the steps in which the rate rises."""
HEAD_RATE = 8
"""How much faster than the encoder the parts go that start from nothing."""
EVERY, KEEP = 4, 0.985
"""Every so many steps the average takes in the weights, and keeps this share of what it was."""


class Learner:
    """Takes steps, and can stop after any epoch and go on as if it had not."""

    def __init__(self, network: Network, rate: float, steps: int, device: str) -> None:
        self.network = network.to(device)
        self.average = copy.deepcopy(self.network)
        self.device = device
        self.done = self.epochs = 0
        self._optimizer = optimizer_of(self.network, rate)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda n: max(1e-3, min((n + 1) / (WARM_UP * steps), 1 - n / steps))
        )

    def step(self, batch: Batch) -> float:
        """One step down the loss, which is returned."""
        with torch.autocast(self.device, dtype=torch.bfloat16):
            loss = loss_of(self.network, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad()
        self.done += 1
        if self.done % EVERY == 0:
            self._take_in()
        return loss.item()

    @torch.no_grad()
    def _take_in(self) -> None:
        keep = min(KEEP, self.done / (self.done + 40))
        for mean, weight in zip(self.average.parameters(), self.network.parameters(), strict=True):
            mean.lerp_(weight, 1 - keep)

    def save(self, folder: Path) -> None:
        """The average of this epoch for use, and everything for going on."""
        self.epochs += 1
        torch.save(self.average.state_dict(), folder / f"average-{self.epochs}.pt")
        state = {name: part.state_dict() for name, part in self._parts().items()}
        torch.save({**state, "done": self.done, "epochs": self.epochs}, folder / "state.pt")

    def resume(self, folder: Path) -> None:
        """Go on from what was saved in the folder, if anything was."""
        if (folder / "state.pt").exists():
            state = torch.load(folder / "state.pt", weights_only=True, map_location=self.device)
            for name, part in self._parts().items():
                part.load_state_dict(state[name])
            self.done, self.epochs = state["done"], state["epochs"]

    def _parts(self) -> dict[str, Network | torch.optim.Optimizer | torch.optim.lr_scheduler.LambdaLR]:
        return {
            "network": self.network,
            "average": self.average,
            "optimizer": self._optimizer,
            "schedule": self._schedule,
        }


def optimizer_of(network: Network, rate: float) -> torch.optim.AdamW:
    """AdamW, faster for the parts that start from nothing, without decay on norms and biases."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        groups.setdefault((name.startswith(FRESH), parameter.ndim > 1), []).append(parameter)
    options = [
        {"params": parameters, "lr": rate * (HEAD_RATE if fresh else 1), "weight_decay": 0.01 if wide else 0.0}
        for (fresh, wide), parameters in groups.items()
    ]
    return torch.optim.AdamW(options, betas=(0.9, 0.98), fused=True)
